/** How abstracts are set. */
export const looks = {
  'looks.title': 'Text: size, lines, face, theme',
  'settings.face': 'Face',
  'settings.face.words': 'font typeface serif sans typography letters',
  'face.serif': 'Source Serif',
  'face.sans': 'Inter',
  'face.system': 'The system’s',
} as const;
