/** The styles that most people look for, in the order in which they are offered where nothing is searched. */
export const WELL_KNOWN: readonly string[] = [
  'apa', 'modern-language-association', 'chicago-author-date', 'chicago-note-bibliography', 'chicago-fullnote-bibliography', 'vancouver', 'ieee', 'harvard-cite-them-right', 'nature', 'science',
  'american-medical-association', 'american-chemical-society', 'association-for-computing-machinery', 'american-sociological-association', 'american-political-science-association', 'american-physics-society', 'american-institute-of-physics', 'royal-society-of-chemistry', 'council-of-science-editors',
  'cell', 'the-lancet', 'bmj', 'the-new-england-journal-of-medicine', 'elsevier-harvard', 'elsevier-with-titles', 'springer-basic-author-date', 'springer-lecture-notes-in-computer-science', 'frontiers', 'multidisciplinary-digital-publishing-institute', 'sage-harvard',
  'modern-humanities-research-association', 'oscola', 'turabian-author-date', 'iso690-author-date-en',
];
