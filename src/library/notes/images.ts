/** Where the images of notes lie in the library folder, by the beginning of their SHA-256: the same image is kept once. */
export const IMAGE_FOLDER = 'files/images';
const NAME = /^[0-9a-f]{32}\.(?:png|jpg|gif|webp|avif)$/;

/** The name of an image of the library that Markdown points to; null for any other address. */
export function imageName(address: string): string | null {
  const name = address.startsWith(`${IMAGE_FOLDER}/`) ? address.slice(IMAGE_FOLDER.length + 1) : '';
  return isImageName(name) ? name : null;
}

export const isImageName = (name: string): boolean => NAME.test(name);

/** What a file begins with, by the ending it then gets. Vector images are none of these: they could carry scripts. */
const KINDS: readonly [string, (head: Uint8Array) => boolean][] = [
  ['png', (head) => begins(head, 0, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])],
  ['jpg', (head) => begins(head, 0, [0xff, 0xd8, 0xff])],
  ['gif', (head) => begins(head, 0, [0x47, 0x49, 0x46, 0x38])],
  ['webp', (head) => begins(head, 0, [0x52, 0x49, 0x46, 0x46]) && begins(head, 8, [0x57, 0x45, 0x42, 0x50])],
  ['avif', (head) => begins(head, 4, [0x66, 0x74, 0x79, 0x70, 0x61, 0x76, 0x69, 0x66])],
];
const begins = (bytes: Uint8Array, at: number, wanted: readonly number[]): boolean => wanted.every((byte, index) => bytes[at + index] === byte);

/** The ending of an image by its first bytes, whatever it was called; null for what is not shown here. */
export const imageEnding = (bytes: Uint8Array): string | null => KINDS.find(([, is]) => is(bytes))?.[0] ?? null;
