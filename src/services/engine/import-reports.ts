import { join } from 'node:path';
import { ImportReport } from '../../contract/imports.ts';
import type { Disk } from '../disk/disk.ts';
import { replaceFile } from '../disk/replace.ts';

const folderOf = (folder: string): string => join(folder, 'history', 'imports');
const fileOf = (folder: string, id: string): string => join(folderOf(folder), `${id.replace(/[^\w-]/g, '')}.json`);

/** Keeps what an import did beside the history, for good: the text of what was broken lies nowhere else in the library. */
export async function keepReport(folder: string, disk: Disk, report: ImportReport): Promise<void> {
  await disk.mkdir(folderOf(folder));
  await replaceFile(disk, fileOf(folder, report.id), Buffer.from(`${JSON.stringify(report)}\n`));
}

/** The report of an import by its command's id; null where there is none or it cannot be read. */
export async function readReport(folder: string, disk: Disk, id: string): Promise<ImportReport | null> {
  try {
    const read = ImportReport.safeParse(JSON.parse(Buffer.from(await disk.read(fileOf(folder, id))).toString('utf8')));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}

/** The newest reports, the newest first: ids rise with time. */
export async function newestReports(folder: string, disk: Disk, limit: number): Promise<ImportReport[]> {
  const names = (await disk.list(folderOf(folder))).filter((name) => name.endsWith('.json')).sort().reverse().slice(0, limit);
  const reports = await Promise.all(names.map((name) => readReport(folder, disk, name.slice(0, -'.json'.length))));
  return reports.flatMap((report) => report ?? []);
}
