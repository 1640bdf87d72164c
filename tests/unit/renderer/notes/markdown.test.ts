import { describe, expect, it } from 'vitest';
import { noteHtml } from '../../../../renderer/features/notes/markdown.ts';

describe('a note as HTML', () => {
  it('shows raw HTML as the text it is', () => {
    expect(noteHtml('<img src=x onerror=alert(1)> <script>x</script>')).not.toMatch(/<(img|script)/);
  });
  it('makes no javascript: links', () => expect(noteHtml('[a](javascript:alert(1))')).not.toContain('href'));
  it('knows links to papers', () => expect(noteHtml('See [[dao2022monarch]].')).toContain('data-key="dao2022monarch"'));
  it('cannot be broken out of by a citation key', () => expect(noteHtml('[["><b onclick=x>]]')).not.toContain('<b'));
  it('leaves formulas to be set, inline and display', () => {
    expect(noteHtml('So $a_1*b*c$ and\n\n$$\nx\n\ny\n$$\n')).toMatch(/data-tex="a_1\*b\*c" data-display="false"[\s\S]*data-tex="\nx\n\ny\n" data-display="true"/);
  });
  it('does not take money for formulas', () => expect(noteHtml('from $5 to $10')).not.toContain('formula'));
  it('shows a citation of one work as one link with its place, and of several with what stands between them', () => {
    expect(noteHtml('[@he2016deep, p. 4]')).toContain('href="#">he2016deep, p. 4</a></p>');
    expect(noteHtml('[see @a1; @b2, p. 3]')).toMatch(/\[see <a[^>]*>a1<\/a>; <a[^>]*>b2<\/a>, p\. 3\]/);
  });
  it('has its headings below those of the window', () => expect(noteHtml('# One\n\n##### Five')).toMatch(/<h3 dir="auto">One<\/h3>\n<h6 dir="auto">Five/));
  it('lets every block go the way of its words, and every column keep its side', () => {
    expect(noteHtml('اقتباس\n\n- words')).toMatch(/<p dir="auto">[\s\S]*<ul dir="auto">\n<li>/);
    expect(noteHtml('| a | b |\n|---|--:|\n| 1 | 2 |')).toContain('class="align-right">2</td>');
  });
});
