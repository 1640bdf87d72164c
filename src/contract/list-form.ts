import { z } from 'zod';

/** How the list shows a paper. */
export const ROW_STYLES = ['table', 'compact', 'roomy', 'abstract'] as const;
export type RowStyle = (typeof ROW_STYLES)[number];

/** Where the list is: beside the paper, above it, alone, or as the abstracts themselves one below another. */
export const LIST_LAYOUTS = ['beside', 'above', 'list', 'stream'] as const;
export type ListLayout = (typeof LIST_LAYOUTS)[number];

/** What a table of papers can show, in the order they are offered. */
export const COLUMNS = ['title', 'authors', 'year', 'venue', 'rating', 'tags', 'status', 'added', 'changed', 'type', 'citationKey', 'pdf', 'note', 'marks'] as const;
export type ColumnName = (typeof COLUMNS)[number];

/** A column that is shown, and its width in px. */
export const Column = z.object({ id: z.enum(COLUMNS), width: z.number().int().min(36).max(1200) });
export type Column = z.infer<typeof Column>;

/** The width a column begins with. */
export const COLUMN_WIDTHS: Record<ColumnName, number> = { title: 380, authors: 190, year: 60, venue: 150, rating: 92, tags: 170, status: 90, added: 104, changed: 104, type: 120, citationKey: 150, pdf: 52, note: 52, marks: 64 };
const FIRST: readonly ColumnName[] = ['title', 'authors', 'year', 'venue', 'rating', 'tags', 'added'];
export const DEFAULT_COLUMNS: Column[] = FIRST.map((id) => ({ id, width: COLUMN_WIDTHS[id] }));
