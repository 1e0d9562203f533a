'use client';

/** Printed when a page could not be rendered, the layout included: it needs no data, no script and no style sheet. */
export default function GlobalError() {
  return (
    <html lang="en">
      <head>
        <title>Something went wrong</title>
        <meta name="robots" content="noindex" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
      </head>
      <body
        style={{ font: '1.125rem/1.5 Georgia, serif', maxWidth: '36rem', margin: '12vh auto', padding: '0 1.25rem' }}
      >
        <main>
          <h1 style={{ fontSize: '2rem', lineHeight: 1.15 }}>This page could not be made</h1>
          <p>The mistake is ours, not yours. It has been written down. Try again in a minute, or go to another page:</p>
          <p>
            <a href="/">Front page</a> · <a href="/search">Search</a> · <a href="/about">About and contact</a>
          </p>
        </main>
      </body>
    </html>
  );
}
