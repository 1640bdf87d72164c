/** Signs of mathematics by their commands in LaTeX, amssymb and unicode-math; of several commands for one the first is that of the writer. */
const GREEK = 'alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ varkappa ϰ lambda λ mu μ nu ν xi ξ omicron ο pi π varpi ϖ rho ρ varrho ϱ sigma σ varsigma ς tau τ upsilon υ phi ϕ varphi φ chi χ psi ψ omega ω digamma ϝ Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω';
const OPERATORS = 'times × div ÷ pm ± mp ∓ cdot · ast ∗ star ⋆ circ ∘ bullet • oplus ⊕ ominus ⊖ otimes ⊗ oslash ⊘ odot ⊙ wedge ∧ land ∧ vee ∨ lor ∨ cap ∩ cup ∪ uplus ⊎ sqcap ⊓ sqcup ⊔ setminus ∖ wr ≀ amalg ⨿ dagger † ddagger ‡ diamond ⋄ bowtie ⋈ ltimes ⋉ rtimes ⋊ sum ∑ prod ∏ coprod ∐ int ∫ iint ∬ iiint ∭ oint ∮ bigcap ⋂ bigcup ⋃ bigwedge ⋀ bigvee ⋁ bigoplus ⨁ bigotimes ⨂ bigodot ⨀';
const RELATIONS = 'sim ∼ simeq ≃ approx ≈ cong ≅ asymp ≍ doteq ≐ equiv ≡ le ≤ leq ≤ ge ≥ geq ≥ leqslant ⩽ geqslant ⩾ leqq ≦ geqq ≧ lesssim ≲ lessequivlnt ≲ gtrsim ≳ greaterequivlnt ≳ lessgtr ≶ neq ≠ ne ≠ ll ≪ gg ≫ lll ⋘ ggg ⋙ prec ≺ succ ≻ preceq ⪯ succeq ⪰ propto ∝ mid ∣ nmid ∤ parallel ∥ nparallel ∦ perp ⊥ in ∈ notin ∉ ni ∋ subset ⊂ supset ⊃ subseteq ⊆ supseteq ⊇ subsetneq ⊊ supsetneq ⊋ nsubseteq ⊈ sqsubset ⊏ sqsupset ⊐ sqsubseteq ⊑ sqsupseteq ⊒ vdash ⊢ dashv ⊣ models ⊨ vDash ⊨ Vdash ⊩ triangleq ≜ coloneqq ≔ eqqcolon ≕ approxeq ≊ doteqdot ≑ precsim ≾ succsim ≿ precapprox ⪷ succapprox ⪸ lnot ¬ backepsilon ϶';
const ARROWS = 'rightarrow → to → leftarrow ← gets ← uparrow ↑ downarrow ↓ leftrightarrow ↔ updownarrow ↕ nearrow ↗ searrow ↘ swarrow ↙ nwarrow ↖ mapsto ↦ hookleftarrow ↩ hookrightarrow ↪ rightleftharpoons ⇌ leftrightharpoons ⇋ leftharpoonup ↼ leftharpoondown ↽ rightharpoonup ⇀ rightharpoondown ⇁ Rightarrow ⇒ Leftarrow ⇐ Uparrow ⇑ Downarrow ⇓ Leftrightarrow ⇔ Updownarrow ⇕ longrightarrow ⟶ longleftarrow ⟵ longleftrightarrow ⟷ Longrightarrow ⟹ Longleftarrow ⟸ Longleftrightarrow ⟺ longmapsto ⟼ rightsquigarrow ⇝ circlearrowleft ↺ circlearrowright ↻ dashrightarrow ⇢ dashleftarrow ⇠ rightrightarrows ⇉ leftleftarrows ⇇ rightleftarrows ⇄ leftrightarrows ⇆ upuparrows ⇈ downdownarrows ⇊';
const OTHERS = 'lt < gt > infty ∞ degree ° deg ° prime ′ partial ∂ nabla ∇ forall ∀ exists ∃ nexists ∄ neg ¬ lnot ¬ emptyset ∅ varnothing ∅ angle ∠ measuredangle ∡ top ⊤ bot ⊥ ell ℓ hbar ℏ hslash ℏ wp ℘ Re ℜ Im ℑ aleph ℵ beth ℶ gimel ℷ daleth ℸ complement ∁ surd √ therefore ∴ because ∵ langle ⟨ rangle ⟩ lceil ⌈ rceil ⌉ lfloor ⌊ rfloor ⌋ ldots … dots … cdots ⋯ vdots ⋮ ddots ⋱ square □ Box □ blacksquare ■ Diamond ◇ lozenge ◊ blacklozenge ⧫ bigcirc ◯ triangle △ bigtriangleup △ bigtriangledown ▽ triangleleft ◁ triangleright ▷ blacktriangle ▲ blacktriangledown ▼ bigstar ★ spadesuit ♠ heartsuit ♡ diamondsuit ♢ clubsuit ♣ flat ♭ natural ♮ sharp ♯ checkmark ✓ maltese ✠ frown ⌢ smile ⌣ imath ı jmath ȷ AA Å copyright © euro € textendash – textemdash — colon : sp ^ vert | backslash \\';
const tableOf = (...rows: string[]): [string, string][] => rows.flatMap((row) => { const words = row.split(' '); return words.flatMap((word, at): [string, string][] => (at % 2 === 0 ? [[word, words[at + 1] ?? '']] : [])); });
const TABLE = tableOf(GREEK, OPERATORS, RELATIONS, ARROWS, OTHERS);

export const SIGNS: ReadonlyMap<string, string> = new Map([...TABLE, ['quad', ' ']]);

/** The command of a sign that no text has a command for. */
export const SIGN_COMMANDS: ReadonlyMap<string, string> = new Map(TABLE.filter(([, sign]) => (sign.codePointAt(0) ?? 0) > 127).reverse().map(([name, sign]) => [sign, name]));

/** Alphabets of mathematics in Unicode: where their capitals and small letters begin. */
const ALPHABETS: readonly (readonly [string, number])[] = [['mathbf', 0x1d400], ['', 0x1d434], ['bm', 0x1d468], ['mathcal', 0x1d49c], ['mathfrak', 0x1d504], ['mathbb', 0x1d538], ['mathsf', 0x1d5a0], ['mathtt', 0x1d670]];
/** Letters of those alphabets that Unicode had before them. */
const EARLIER: Readonly<Record<string, string>> = { mathcal: 'Bℬ Eℰ Fℱ Hℋ Iℐ Lℒ Mℳ Rℛ', mathfrak: 'Cℭ Hℌ Iℑ Rℜ Zℨ', mathbb: 'Cℂ Hℍ Nℕ Pℙ Qℚ Rℝ Zℤ' };
const earlier = (alphabet: string, letter: string): string | undefined => EARLIER[alphabet]?.split(' ').find((pair) => pair.startsWith(letter))?.slice(1);

/** A capital of the double-struck, script or Fraktur alphabet: `\\mathbb{R}` is ℝ. */
export function lettered(alphabet: string, letter: string): string | undefined {
  const start = ALPHABETS.find(([name]) => name === alphabet)?.[1];
  return start === undefined || !/^[A-Z]$/.test(letter) ? undefined : earlier(alphabet, letter) ?? String.fromCodePoint(start + letter.charCodeAt(0) - 65);
}

/** A letter of one of those alphabets as LaTeX writes it in a formula. */
export function letterCommand(sign: string): string | undefined {
  for (const alphabet of Object.keys(EARLIER)) { const pair = EARLIER[alphabet]?.split(' ').find((one) => one.endsWith(sign)); if (pair !== undefined) return `\\${alphabet}{${pair.charAt(0)}}`; }
  const code = sign.codePointAt(0) ?? 0;
  if (code < 0x1d400 || code > 0x1d7ff) return undefined;
  const plain = sign.normalize('NFKC');
  if (!/^[A-Za-z0-9]$/.test(plain)) return SIGN_COMMANDS.has(plain) ? `\\${SIGN_COMMANDS.get(plain) ?? ''}` : undefined;
  const alphabet = ALPHABETS.findLast(([, start]) => code >= start && code < start + 52)?.[0] ?? 'mathrm';
  return alphabet === '' ? plain : `\\${alphabet}{${plain}}`;
}
