/** A note whose task in this line (from 0) is ticked, or no longer is; the same note where there is none. */
export function taskTurned(markdown: string, line: number): string {
  const lines = markdown.split('\n');
  const turned = lines[line]?.replace(/^(\s*(?:>\s*)*(?:[-*+]|\d+[.)])\s+\[)([ xX])\]/, (_all, before: string, mark: string) => `${before}${mark === ' ' ? 'x' : ' '}]`);
  if (turned !== undefined) lines[line] = turned;
  return lines.join('\n');
}
