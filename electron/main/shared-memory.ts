import { statfsSync } from 'node:fs';

const MB = 1024 * 1024;

/** Whether /dev/shm is too small for windows with large pages in them: a container has 64 MB of it, and a renderer that finds none left crashes. */
export const small = ({ blocks, bavail, bsize }: { blocks: number; bavail: number; bsize: number }): boolean => blocks * bsize < 256 * MB || bavail * bsize < 128 * MB;

/** Has Chromium (`commandLine` is its) use files in the temporary folder instead, where shared memory is small or absent. Must run before the app is ready. */
export function avoidSmallSharedMemory(commandLine: { appendSwitch(name: string): void }): void {
  if (process.platform === 'linux' && lacksRoom('/dev/shm')) commandLine.appendSwitch('disable-dev-shm-usage');
}

function lacksRoom(folder: string): boolean {
  try {
    return small(statfsSync(folder));
  } catch {
    return true;
  }
}
