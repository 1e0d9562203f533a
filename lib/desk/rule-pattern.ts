/** What Keystatic takes as the pattern of a field for text. */
export type Pattern = { regex: RegExp; readonly message: string };

/**
 * A rule of the contract as a pattern: Keystatic asks its `regex` whether a text passes, and then shows its `message`.
 *
 * @param isRequired whether the rule holds for an empty text too
 */
export function rulePattern(rule: (text: string) => string | undefined, isRequired: boolean): Pattern {
  let message = '';
  class RuleExpression extends RegExp {
    override test(text: string): boolean {
      message = text === '' && !isRequired ? '' : (rule(text) ?? '');
      return message === '';
    }
  }
  return {
    regex: new RuleExpression(''),
    get message() {
      return message;
    },
  };
}
