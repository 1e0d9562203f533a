import localFont from 'next/font/local';

/*
 * Two families, both variable, from npm packages: Besley, a Clarendon, for the nameplate and headlines; Source Serif 4
 * for everything that is read, both without the weights that nothing is set in (lib/fonts). The Latin files are preloaded;
 * italics and the letters beyond Western Europe are fetched only by pages that use them. Italics have one weight, and
 * browsers embolden it where both meet: with two, a page with italics would be over its budget.
 *
 * `optional`: a page is painted once. A font that is not there in time for the first paint is kept for the next page,
 * and the text does not move under the reader's eyes.
 */

export const headline = localFont({
  src: '../.slugline/fonts/besley-latin-wght-normal.woff2',
  weight: '400 800',
  display: 'optional',
  adjustFontFallback: 'Times New Roman',
  variable: '--font-besley',
});

export const text = localFont({
  src: '../.slugline/fonts/source-serif-4-latin-wght-normal.woff2',
  weight: '400 700',
  display: 'optional',
  adjustFontFallback: 'Times New Roman',
  variable: '--font-source-serif',
});

export const textItalic = localFont({
  src: '../.slugline/fonts/source-serif-4-latin-wght-italic.woff2',
  weight: '400',
  display: 'optional',
  style: 'italic',
  preload: false,
  adjustFontFallback: 'Times New Roman',
  variable: '--font-source-serif-italic',
});

export const headlineExtended = localFont({
  src: '../.slugline/fonts/besley-latin-ext-wght-normal.woff2',
  weight: '400 800',
  display: 'optional',
  preload: false,
  adjustFontFallback: false,
  declarations: [
    {
      prop: 'unicode-range',
      value:
        'U+0100-02BA, U+02BD-02C5, U+02C7-02CC, U+02CE-02D7, U+02DD-02FF, U+0304, U+0308, U+0329, U+1D00-1DBF, U+1E00-1E9F, U+1EF2-1EFF, U+2020, U+20A0-20AB, U+20AD-20C0, U+2113, U+2C60-2C7F, U+A720-A7FF',
    },
  ],
  variable: '--font-besley-extended',
});

export const textExtended = localFont({
  src: '../.slugline/fonts/source-serif-4-latin-ext-wght-normal.woff2',
  weight: '400 700',
  display: 'optional',
  preload: false,
  adjustFontFallback: false,
  declarations: [
    {
      prop: 'unicode-range',
      value:
        'U+0100-02BA, U+02BD-02C5, U+02C7-02CC, U+02CE-02D7, U+02DD-02FF, U+0304, U+0308, U+0329, U+1D00-1DBF, U+1E00-1E9F, U+1EF2-1EFF, U+2020, U+20A0-20AB, U+20AD-20C0, U+2113, U+2C60-2C7F, U+A720-A7FF',
    },
  ],
  variable: '--font-source-serif-extended',
});
