import localFont from 'next/font/local';

/*
 * Two families, both variable, from npm packages: Besley, a Clarendon, for the nameplate and headlines; Source Serif 4
 * for everything that is read. The Latin files are preloaded; the others are fetched by pages that use them.
 */

export const headline = localFont({
  src: '../node_modules/@fontsource-variable/besley/files/besley-latin-wght-normal.woff2',
  weight: '400 900',
  display: 'swap',
  adjustFontFallback: 'Times New Roman',
  variable: '--font-besley',
});

export const text = localFont({
  src: '../node_modules/@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2',
  weight: '200 900',
  style: 'normal',
  display: 'swap',
  adjustFontFallback: 'Times New Roman',
  variable: '--font-source-serif',
});

export const textItalic = localFont({
  src: '../node_modules/@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-italic.woff2',
  weight: '200 900',
  style: 'italic',
  display: 'swap',
  preload: false,
  adjustFontFallback: 'Times New Roman',
  variable: '--font-source-serif-italic',
});
