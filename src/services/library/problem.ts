/** Something that was found wrong in the folder, and what was done about it. Names are relative to the folder. */
export interface Problem { file: string; message: string; salvagedFrom?: string; keptAs?: string }
