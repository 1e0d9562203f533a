/** What the fonts hold together; signs and marks belong to every script. */
const drawable =
  /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\p{Script=Common}\p{Script=Inherited}]*$/u;

/** Whether there are fonts for every script in a text. */
export function canDraw(text: string): boolean {
  return drawable.test(text);
}
