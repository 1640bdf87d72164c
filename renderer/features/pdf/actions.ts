import type { Action } from '../../actions/registry.ts';

export const pdfActions: readonly Action[] = [];
