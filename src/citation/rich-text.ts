/** Turns what titles carry (TeX, HTML) into the few tags that a CSL processor knows: i, b, sup, sub, sc. */
const KNOWN = /^<\/?(?:i|b|sup|sub|sc)>$/i;
const RENAMED: Readonly<Record<string, string>> = { em: 'i', strong: 'b', italic: 'i', bold: 'b' };
const GREEK: Readonly<Record<string, string>> = Object.fromEntries(
  'alpha α beta β gamma γ delta δ epsilon ε varepsilon ε zeta ζ eta η theta θ iota ι kappa κ lambda λ mu μ nu ν xi ξ pi π rho ρ sigma σ tau τ upsilon υ phi φ varphi φ chi χ psi ψ omega ω Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Phi Φ Psi Ψ Omega Ω times × infty ∞ to → rightarrow → leq ≤ le ≤ geq ≥ ge ≥ approx ≈ sim ∼ pm ± cdot · ell ℓ'
    .split(' ').reduce<[string, string][]>((all, word, i, words) => (i % 2 === 0 ? [...all, [word, words[i + 1] ?? '']] : all), []));
const FORMULA = /\$([^$]{1,300})\$/g;

/** A title or other running text as a CSL processor takes it. Anything else between angle brackets is left as text. */
export function cslText(text: string): string {
  const plain = text.includes('$') || text.includes('\\') ? withoutTex(text) : text;
  return plain.includes('<') ? plain.replace(/<(\/?)([a-z][a-z0-9:]*)(?:\s[^<>]*)?>/gi, (tag, slash: string, name: string) => cslTag(tag, slash, name)) : plain;
}

function cslTag(tag: string, slash: string, name: string): string {
  const short = name.toLowerCase().replace(/^jats:/, '');
  const known = `<${slash}${RENAMED[short] ?? short}>`;
  return KNOWN.test(known) ? known : /^(?:p|span|title|scp|u|br|div|mml:\w+)$/.test(short) ? '' : tag;
}

/** Formulas become text with superscripts and subscripts; a dollar sign on its own stays. */
function withoutTex(text: string): string {
  return words(text.replace(FORMULA, (_, formula: string) => words(formula).replace(/\^(?:\{([^{}]*)\}|(\S))/g, '<sup>$1$2</sup>').replace(/_(?:\{([^{}]*)\}|(\S))/g, '<sub>$1$2</sub>').replace(/[{}]/g, '')));
}

const words = (text: string): string => text
  .replace(/\\(?:emph|textit|mathit)\{([^{}]*)\}/g, '<i>$1</i>').replace(/\\(?:text|math)?(?:bf|rm|tt|sf|sc|cal|bb|frak|operatorname|mathrm|text)\{([^{}]*)\}/g, '$1')
  .replace(/\\([a-zA-Z]+) ?/g, (command, name: string) => GREEK[name] ?? command).replace(/\\([%&#_$])/g, '$1');
