/** Attributes that a person reads or hears. */
const READ = new Set(['title', 'placeholder', 'aria-label', 'aria-description', 'aria-roledescription', 'alt', 'label']);
const hasWords = (text) => /\p{L}{2}/u.test(text) && !/^https?:/.test(text);

/** The linter's rule that keeps words people see in the one message catalogue. */
export const wordsRule = {
  meta: { type: 'problem', schema: [] },
  create(context) {
    const report = (node) => context.report({ node, message: 'Words that people see stand in the message catalogue: t(…).' });
    return {
      JSXText: (node) => { if (hasWords(node.value)) report(node); },
      JSXAttribute: (node) => { if (READ.has(node.name.name) && node.value?.type === 'Literal' && hasWords(String(node.value.value))) report(node); },
      'JSXExpressionContainer > Literal': (node) => { if (node.parent.parent.type === 'JSXElement' && hasWords(String(node.value))) report(node); },
    };
  },
};
