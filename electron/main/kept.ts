import type { OperationName } from '../../src/contract/contract.ts';
import { Failure } from '../../src/contract/errors.ts';
import { nodeDisk } from '../../src/services/disk/node-disk.ts';
import { createKeptFiles, type KeptFiles } from '../../src/services/kept-files/kept-files.ts';
import type { Ask } from '../../src/services/kept-files/pass.ts';
import type { OpenLibrary } from './library.ts';

/** The kept files of the open library, written down in `folder`. */
export function keptFilesOf(library: () => OpenLibrary, folder: string, onState: () => void): KeptFiles {
  const ask: Ask = async <N extends OperationName>(name: N, input: unknown) => {
    const answer = await library().call(name, input);
    if (!answer.ok) throw new Failure(answer.error);
    return answer.value;
  };
  return createKeptFiles({ ask, disk: nodeDisk, folder, onState });
}
