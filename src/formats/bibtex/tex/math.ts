/** Mathematics that is no more than text: signs, Greek letters and scripts. */
const SIGNS: Readonly<Record<string, string>> = {
  alpha: 'α', beta: 'β', gamma: 'γ', delta: 'δ', epsilon: 'ϵ', varepsilon: 'ε', zeta: 'ζ', eta: 'η', theta: 'θ', vartheta: 'ϑ', iota: 'ι', kappa: 'κ', lambda: 'λ', mu: 'μ', nu: 'ν', xi: 'ξ', omicron: 'ο', pi: 'π', rho: 'ρ', varrho: 'ϱ', sigma: 'σ', varsigma: 'ς', tau: 'τ', upsilon: 'υ', phi: 'ϕ', varphi: 'φ', chi: 'χ', psi: 'ψ', omega: 'ω',
  Gamma: 'Γ', Delta: 'Δ', Theta: 'Θ', Lambda: 'Λ', Xi: 'Ξ', Pi: 'Π', Sigma: 'Σ', Upsilon: 'Υ', Phi: 'Φ', Psi: 'Ψ', Omega: 'Ω', times: '×', pm: '±', mp: '∓', cdot: '·', sim: '∼', simeq: '≃', approx: '≈', le: '≤', leq: '≤', ge: '≥', geq: '≥', leqslant: '⩽', geqslant: '⩾', neq: '≠', ne: '≠', ll: '≪', gg: '≫', lt: '<', gt: '>', infty: '∞', circ: '∘', degree: '°', prime: '′', rightarrow: '→', to: '→', leftarrow: '←', leftrightarrow: '↔', Rightarrow: '⇒', ldots: '…', dots: '…', cdots: '⋯', quad: ' ', deg: '°', bullet: '•', ast: '∗', star: '⋆', dagger: '†', ell: 'ℓ', hbar: 'ℏ', AA: 'Å', copyright: '©', euro: '€', textendash: '–', textemdash: '—', colon: ':', odot: '⊙', oplus: '⊕', parallel: '∥', perp: '⊥', partial: '∂', nabla: '∇', langle: '⟨', rangle: '⟩', sp: '^', vert: '|', mid: '|', backslash: '\\',
};
const SUPER = new Map([...'0123456789+-=()'].map((sign, index) => [sign, [...'⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾'][index] ?? sign]));
const SUB = new Map([...'0123456789+-=()'].map((sign, index) => [sign, [...'₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎'][index] ?? sign]));
/** Longer formulas are formulas. */
const LONGEST = 120;
const TOKEN = /\\(?:text(?:rm|normal|it|up)?|mathrm|rm|mbox|hbox|mathbf|bm|boldsymbol|mathit|mathsf)\s*\{([^{}\\$]*)\}|\\([A-Za-z]+)\s*|\\([%&#_,;:! $])|([_^])\s*(?:\{((?:[^{}]|\{[^{}]*\})*)\}|(\\[A-Za-z]+|[^\s{}\\]))|([0-9\s.,:;+\-=<>()[\]/|'*%!?°–—−×±\u0305\u0370-\u03ff])|(\{\})/gy;

/** Marks over one digit, as in the indices of crystals: `\overline 1`. */
const OVER = /\\(?:overline|bar)\s*(?:\{(\d)\}|(\d))/g;

/** A formula's content as rich text where nothing is lost by it (`\Sigma^{0}` → `Σ⁰`, `_2` → `₂`, `k` → `<i>k</i>`); null for what must stay a formula. */
export function simpleMath(content: string): string | null {
  const text = content.includes('\\') ? content.trim().replace(OVER, (_all, braced: string | undefined, bare: string | undefined) => `${braced ?? bare ?? ''}\u0305`) : content.trim();
  if (/^[A-Za-z]$/.test(text)) return `<i>${text}</i>`;
  return text.length > LONGEST ? null : converted(text, /^[_^]/.test(text), 0);
}

/** @param letters bare letters are text: in a script that hangs on a word outside. */
function converted(text: string, letters: boolean, depth: number): string | null {
  let out = '';
  let at = 0;
  while (at < text.length) {
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(text);
    if (!match) {
      const letter = text.charAt(at);
      if (!letters || depth === 0 || !/[\p{L}]/u.test(letter)) return null;
      out += letter;
      at++;
      continue;
    }
    const piece = token(match, letters, depth);
    if (piece === null) return null;
    out += piece;
    at = match.index + match[0].length;
  }
  return out;
}

function token([, roman, command, escaped, script, group, single, sign]: RegExpExecArray, letters: boolean, depth: number): string | null {
  if (roman !== undefined) return roman;
  if (command !== undefined) return SIGNS[command] ?? null;
  if (escaped !== undefined) return /[,;:! ]/.test(escaped) ? (escaped === '!' ? '' : ' ') : escaped;
  if (script !== undefined) return depth > 0 ? null : scripted(script, group ?? single ?? '', letters);
  return sign === '-' ? '−' : (sign ?? '');
}

function scripted(script: string, content: string, letters: boolean): string | null {
  if (script === '^' && /^\\(?:circ|degree)\s*$/.test(content.trim())) return '°';
  if (script === '^' && /^(?:\\prime|')$/.test(content.trim())) return '′';
  const inner = converted(content, letters, 1);
  if (inner === null || inner === '') return inner;
  const signs = [...inner.replaceAll('−', '-')].map((one) => (script === '^' ? SUPER : SUB).get(one));
  const tag = script === '^' ? 'sup' : 'sub';
  return signs.every((one) => one !== undefined) ? signs.join('') : `<${tag}>${inner}</${tag}>`;
}
