import { unpackCardFonts } from '../cards/unpack-fonts.mjs';
import { trimFonts } from '../fonts/trim-fonts.mjs';

// A step of `npm run build`: the fonts of pages, before `next build` reads them, and those of social images.

await trimFonts();
await unpackCardFonts();
