/** How abstracts are set. */
export const looks = {
  'looks.title': 'Text size, font and theme',
  'settings.face': 'Font',
  'settings.face.words': 'font typeface serif sans typography letters',
  'face.serif': 'Source Serif',
  'face.sans': 'Inter',
  'face.system': 'System',
} as const;
