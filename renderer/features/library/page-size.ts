let rows = 8;

/** How many rows fit in the list, for Page Down and Page Up. */
export const setPageSize = (fitting: number): void => { rows = fitting; };
export const pageSize = (): number => rows;
