/** Turns what titles carry (TeX, HTML) into the few tags that a CSL processor knows: i, b, sup, sub, sc. */
const KNOWN = /^<\/?(?:i|b|sup|sub|sc)>$/i;
const RENAMED: Readonly<Record<string, string>> = { em: 'i', strong: 'b', italic: 'i', bold: 'b', scp: 'sc' };
const GREEK: Readonly<Record<string, string>> = Object.fromEntries(
  'alpha α beta β gamma γ delta δ epsilon ε varepsilon ε zeta ζ eta η theta θ iota ι kappa κ lambda λ mu μ nu ν xi ξ pi π rho ρ sigma σ tau τ upsilon υ phi φ varphi φ chi χ psi ψ omega ω Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Phi Φ Psi Ψ Omega Ω times × infty ∞ to → rightarrow → leq ≤ le ≤ geq ≥ ge ≥ approx ≈ sim ∼ pm ± cdot · ell ℓ'
    .split(' ').reduce<[string, string][]>((all, word, i, words) => (i % 2 === 0 ? [...all, [word, words[i + 1] ?? '']] : all), []));
const FORMULA = /\$([^$]{1,300})\$/g;

/** A title or other running text as a CSL processor takes it. Anything else between angle brackets is left as text. */
export function cslText(text: string): string {
  const plain = text.includes('$') || text.includes('\\') ? withoutTex(text) : text;
  if (!plain.includes('<')) return plain;
  const spans: Span[] = [];
  return plain.replace(/<(\/?)([a-z][a-z0-9:]*)(\s[^<>]*)?>/gi, (tag, slash: string, name: string, rest?: string) => {
    if (name.toLowerCase() !== 'span') return cslTag(tag, slash, name);
    if (slash !== '') return spans.pop()?.end ?? '';
    const span = spanOf(rest ?? '');
    spans.push(span);
    return span.begin;
  });
}

interface Span { begin: string; end: string }

/** Two kinds of span mean something to CSL: small capitals, and words whose case stays as it is. */
function spanOf(attributes: string): Span {
  if (/font-variant\s*:\s*small-caps/i.test(attributes)) return { begin: '<sc>', end: '</sc>' };
  return /class\s*=\s*["']nocase["']/i.test(attributes) ? { begin: '<span class="nocase">', end: '</span>' } : { begin: '', end: '' };
}

function cslTag(tag: string, slash: string, name: string): string {
  const short = name.toLowerCase().replace(/^jats:/, '');
  const known = `<${slash}${RENAMED[short] ?? short}>`;
  return KNOWN.test(known) ? known : /^(?:p|title|u|br|div|mml:\w+)$/.test(short) ? '' : tag;
}

/** Formulas become text with superscripts and subscripts; a dollar sign on its own stays. */
function withoutTex(text: string): string {
  return words(text.replace(FORMULA, (_, formula: string) => words(formula).replace(/\^(?:\{([^{}]*)\}|(\S))/g, '<sup>$1$2</sup>').replace(/_(?:\{([^{}]*)\}|(\S))/g, '<sub>$1$2</sub>').replace(/[{}]/g, '')));
}

const words = (text: string): string => text
  .replace(/\\(?:emph|textit|mathit)\{([^{}]*)\}/g, '<i>$1</i>').replace(/\\(?:text|math)?(?:bf|rm|tt|sf|sc|cal|bb|frak|operatorname|mathrm|text)\{([^{}]*)\}/g, '$1')
  .replace(/\\([a-zA-Z]+) ?/g, (command, name: string) => GREEK[name] ?? command).replace(/\\([%&#_$])/g, '$1');
