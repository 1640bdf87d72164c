import { describe, expect, it } from 'vitest';
import { citedIn, manuscriptOf } from '../../../src/citation/manuscript.ts';

describe('what a manuscript cites', () => {
  it('is found in LaTeX, whatever the command, but not in comments or verbatim text', () => {
    const text = String.raw`\cite{a2020, b2021}\citep[see][p.~4]{c2019} \autocites[1]{d}[2]{e} \Textcite*{f} \citefield{g}{title} 50\% \cite{h}
% \cite{no}
\begin{verbatim}\cite{no2}\end{verbatim}\bibliographystyle{no3}\newcite{no4x}\citestyle{no5}\nocite{i}\footcite{j}\input{chapters/one}\include{two}`;
    expect(citedIn(text, 'tex')).toEqual({ keys: ['a2020', 'b2021', 'c2019', 'd', 'e', 'f', 'g', 'h', 'i', 'j'], all: false, includes: ['chapters/one', 'two'], bibliographies: [] });
    expect(citedIn(String.raw`\nocite{*}`, 'tex')).toMatchObject({ all: true, keys: [] });
  });
  it('is found in what LaTeX and biblatex noted', () => {
    expect(citedIn(String.raw`\citation{a,b}\abx@aux@cite{0}{c}\@input{two.aux}`, 'aux')).toMatchObject({ keys: ['a', 'b', 'c'], includes: ['two.aux'] });
    expect(citedIn('<bcf:citekey order="1">a</bcf:citekey><bcf:citekey order="2">*</bcf:citekey>', 'bcf')).toMatchObject({ keys: ['a'], all: true });
  });
  it('is found in Markdown, not in mail, code or cross-references', () => {
    expect(citedIn('See [@a2020, p. 4; -@b:2021] and @{odd!key}. me@example.org `@no` @fig-one @smith.\n```\n@no\n```\n[][#mmd]', 'md').keys).toEqual(['a2020', 'b:2021', 'odd!key', 'smith', 'mmd']);
  });
  it('is found in Typst and Org', () => {
    expect(citedIn('@a2020 and #cite(<b>, form: "year") #cite(label("c d")) = Head <intro>\nsee @intro // @no', 'typ').keys).toEqual(['a2020', 'b', 'c d']);
    expect(citedIn('[cite/t:see @a2020 p. 4;@b.] and cite:c,d', 'org').keys).toEqual(['a2020', 'b', 'c', 'd']);
  });
  it('comes with the files of its entries, as each language names them', () => {
    expect(citedIn(String.raw`\bibliography{one, two.bib}\addbibresource[location=local]{three.bib} % \bibliography{no}`, 'tex').bibliographies).toEqual(['one.bib', 'two.bib', 'three.bib']);
    expect(citedIn(String.raw`\bibdata{main-blx,one}`, 'aux').bibliographies).toEqual(['one.bib']);
    expect(citedIn('<bcf:datasource type="file" datatype="bibtex">one.bib</bcf:datasource>', 'bcf').bibliographies).toEqual(['one.bib']);
    for (const front of ['bibliography: one.bib', 'bibliography: [one.bib]', 'title: x\nbibliography:\n  - "one.bib"\nlang: en']) expect(citedIn(`---\n${front}\n---\ntext`, 'md').bibliographies).toEqual(['one.bib']);
    expect(citedIn('#bibliography(("one.bib", "two.yml"), style: "apa")', 'typ').bibliographies).toEqual(['one.bib', 'two.yml']);
    expect(citedIn('#+bibliography: one.bib\n[cite:@a]', 'org').bibliographies).toEqual(['one.bib']);
    expect(citedIn('{{< include part.qmd >}}', 'md').includes).toEqual(['part.qmd']);
  });
  it('takes time linear in the text', () => {
    const hostile = ['\\cite['.repeat(2_000), '[@'.repeat(4_000), `#cite(${'<'.repeat(5_000)}`, '[cite:'.repeat(2_000), '%'.repeat(10_000), '`'.repeat(5_001)];
    for (const kind of ['tex', 'aux', 'bcf', 'md', 'typ', 'org'] as const) for (const text of hostile) expect(citedIn(text, kind).keys.length).toBeLessThan(10_000);
  });
  it('is told by the ending', () => { expect([manuscriptOf('a.TEX'), manuscriptOf('b.qmd'), manuscriptOf('c.pdf')]).toEqual(['tex', 'md', null]); });
});
