/** An open file that only grows. Bytes are on the platter once `sync` has returned, not before. */
export interface AppendHandle {
  append(bytes: Uint8Array): Promise<void>;
  sync(): Promise<void>;
  close(): Promise<void>;
}

export interface FileFacts { bytes: number; directory: boolean; modified: number }

/**
 * All the library asks of a disk, small enough for a test to be one. Paths are absolute.
 * Errors are those of Node, with `code` (ENOENT, EEXIST, ENOSPC, EROFS, …). Nothing is durable before a sync:
 * contents need `sync` of the file, names (made, renamed, removed) need `syncDir` of their folder.
 */
export interface Disk {
  read(path: string): Promise<Uint8Array>;
  /** Bytes `from` to `from + length`, fewer at the end of the file. */
  readPart(path: string, from: number, length: number): Promise<Uint8Array>;
  /** Makes or replaces a file, and writes its bytes through (fsync); its name still needs `syncDir`. */
  write(path: string, bytes: Uint8Array): Promise<void>;
  openAppend(path: string): Promise<AppendHandle>;
  /** Cuts a file to a length and fsyncs it. */
  truncate(path: string, length: number): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  /** A second name for the same file where the disk can, else a copy of it (fsynced). */
  link(from: string, to: string): Promise<void>;
  /** Removes a file or a folder with everything in it; no error when there is none. */
  remove(path: string): Promise<void>;
  /** Names in a folder, sorted; empty when there is no such folder. */
  list(path: string): Promise<string[]>;
  /** Makes a folder and those above it. */
  mkdir(path: string): Promise<void>;
  stat(path: string): Promise<FileFacts | null>;
  syncDir(path: string): Promise<void>;
  /** Whether this process may write in the folder. */
  writable(path: string): Promise<boolean>;
}

/** The `code` of a disk error, or ''. */
export function errorCode(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** Whether an error says that there is no room left (disk full or quota reached). */
export const isFull = (error: unknown): boolean => ['ENOSPC', 'EDQUOT', 'EFBIG'].includes(errorCode(error));

/** For work that can wait until there is room: a full disk is answered with false, anything else is thrown on. */
export function onlyFull(error: unknown): false {
  if (!isFull(error)) throw error;
  return false;
}
