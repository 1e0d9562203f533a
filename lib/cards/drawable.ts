/** What the fonts hold together; signs and marks belong to every script. */
const drawable =
  /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\p{Script=Common}\p{Script=Inherited}]*$/u;

/** Whether there is something to draw in a text, and fonts for every script in it. */
export function canDraw(text: string): boolean {
  return drawable.test(text) && /[\p{L}\p{N}]/u.test(text);
}
