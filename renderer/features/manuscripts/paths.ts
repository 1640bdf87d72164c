/** The name of a file, of a path of any system. */
export const lastPart = (file: string): string => file.split(/[\\/]/).at(-1) ?? file;

/** The folder that it lies in. */
export const folderOf = (file: string): string => file.slice(0, Math.max(0, file.length - lastPart(file).length - 1));
