import { trimFonts } from '../fonts/trim-fonts.mjs';

// A step of `npm run build`, before `next build` reads the fonts.

await trimFonts();
