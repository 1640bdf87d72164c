import { carryOut } from '../../stores/carry-out.ts';

/** Sets one field of a paper: one command, one undo. Whether it was kept. */
export const save = async (paper: string, field: string, value: unknown): Promise<boolean> => (await carryOut('paper.edit', { paper, set: { [field]: value } })) !== null;
