/** What untrusted TeX may do: nothing that makes links, classes or images, nothing that grows without bound. A refusal is an
 *  error like any other, so that the source is shown. */
export const KATEX_LIMITS = {
  throwOnError: true, strict: 'ignore', maxSize: 20, maxExpand: 200, errorColor: 'currentcolor',
  trust: () => { throw new Error('not allowed here'); },
} as const;
