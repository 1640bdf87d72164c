/** Where the images of notes lie in the library folder, by the beginning of their SHA-256: the same image is kept once. */
export const IMAGE_FOLDER = 'files/images';
const NAME = /^[0-9a-f]{32}\.(?:png|jpg|gif|webp|avif)$/;

/** The name of an image of the library that Markdown points to; null for any other address. */
export function imageName(address: string): string | null {
  const name = address.startsWith(`${IMAGE_FOLDER}/`) ? address.slice(IMAGE_FOLDER.length + 1) : '';
  return isImageName(name) ? name : null;
}

export const isImageName = (name: string): boolean => NAME.test(name);
