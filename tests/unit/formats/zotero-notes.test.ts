import { describe, expect, it } from 'vitest';
import { noteTex } from '../../../src/formats/bibtex/better/note.ts';
import { htmlNote, plainNote } from '../../../src/formats/zotero/note.ts';

const MARKDOWN = ['## On *Nature*', 'A **bold** claim, see [here](https://example.org/a?b=1&c=2).\nSecond line', '- one\n- *two*', '1. first\n1. second', '1. Introduction -- 2. History', '3. x\n4. y', '> quoted\n> words', 'Plain < text & more'].join('\n\n');

describe('notes from Zotero and back', () => {
  it('keep headings, emphasis, links, lists and quotations', () => {
    expect(plainNote('<div><h2>On <i>Nature</i></h2>\n<p>A <strong>bold </strong>claim, see <a rel="noopener" href="https://example.org/a?b=1&amp;c=2">here</a>.<br/>Second line</p>\n<ul><li>one</li><li><em>two</em></li></ul><blockquote><p>quoted</p></blockquote><p>a &lt; b&nbsp;&amp; c</p></div>'))
      .toBe('## On *Nature*\n\nA **bold** claim, see [here](https://example.org/a?b=1&c=2).\nSecond line\n\n- one\n- *two*\n\n> quoted\n\na < b & c');
  });

  it('leave markup that says nothing, and links without words of their own', () => {
    expect(plainNote('<p><span style="color: red">x</span> <em> </em><a href="https://x.org">https://x.org</a> <a href="zotero://select">y</a></p>')).toBe('x  https://x.org y');
  });

  it('begin headings and lists on lines of their own', () => expect(plainNote('<p>text<h2>H</h2>more<ul><li>a<ul><li>b</li></ul></li></ul></p>')).toBe('text\n\n## H\n\nmore\n\n- a\n- b'));

  it('are the same after both', () => expect(plainNote(htmlNote(MARKDOWN))).toBe(MARKDOWN));

  it('take no product or footnote for emphasis', () => {
    for (const text of ['2 * 3 * 4', 'a*b*c', 'see [[key]] and [1]']) expect(plainNote(htmlNote(text))).toBe(text);
    expect(htmlNote('a*b*c')).toBe('<p>a*b*c</p>');
  });

  it('leave for BibTeX as LaTeX', () => {
    expect(noteTex('## On *Nature*\n\n**Bold** 5 % [here](https://x.org/a%20b)\n\n- one\n- two')).toBe('\\subsection{On \\emph{Nature}}\n\n\\par\n\\textbf{Bold} 5 \\% \\href{https://x.org/a\\%20b}{here}\n\n\\par\n\\begin{itemize}\n\\item one\n\\item two\n\\end{itemize}');
  });
});
