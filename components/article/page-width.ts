/** How wide the page is between its margins (.wrap in app/globals.css), as in the sizes attribute of a picture. */
export const pageWidth = '(min-width: 34rem) 94vw, calc(100vw - 2rem)';
