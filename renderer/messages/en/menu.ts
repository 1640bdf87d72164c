export const menu = {
  'menu.file': 'File',
  'menu.edit': 'Edit',
  'menu.view': 'View',
  'menu.paper': 'Paper',
  'menu.go': 'Go',
  'menu.window': 'Window',
  'menu.help': 'Help',
} as const;
