import { Check, Copy, Database, FileCode2, Link2 } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { Paper, PaperLink } from '../../../../src/model/paper.ts';
import { call } from '../../../client/client.ts';
import { t } from '../../../messages/messages.ts';
import { say, sayError } from '../../../stores/toasts.ts';
import { openLink } from '../open-link.ts';
import { arxivOf, venueOf, yearOf } from '../../marks/index.ts';
import { safeUrl } from '../text/spans.ts';
import { TagChips } from './TagChips.tsx';

const ICONS = { code: FileCode2, data: Database, page: Link2, pdf: Link2, other: Link2 } as const;

/** Copies the citation key; said in the chip and in a toast. */
async function copyKey(key: string): Promise<boolean> {
  const answer = await call('clipboard.write', { text: key });
  if (answer.ok) say('abstract.keyCopied', { key });
  else sayError(answer.error);
  return answer.ok;
}

/** What identifies a paper, in a line of chips: venue and year, identifiers, citation key, links, tags. */
export function Chips({ paper }: { paper: Paper }) {
  const { item } = paper;
  const venue = venueOf(item);
  const year = yearOf(item);
  const where = [venue, year].filter((part) => part !== '').join(' · ');
  const arxiv = arxivOf(item);
  const doi = item.DOI ?? '';
  return (
    <div className="chips">
      {where !== '' && <span className="paper-chip" title={where}>{venue !== '' && <span className="paper-chip-venue">{venue}</span>} {year !== '' && <span className="paper-chip-year">{year}</span>}</span>}
      {arxiv !== null && <WebChip url={`https://arxiv.org/abs/${arxiv}`} text={`arXiv ${arxiv}`} />}
      {doi !== '' && !/arxiv/i.test(doi) && <WebChip url={`https://doi.org/${doi}`} text={doi} />}
      <KeyChip citationKey={paper.citationKey} />
      {paper.links.filter((link) => safeUrl(link.url) !== null).map((link) => <LinkChip key={`${link.kind} ${link.url}`} link={link} />)}
      <TagChips paper={paper} />
    </div>
  );
}

function WebChip({ url, text }: { url: string; text: string }) {
  return <button type="button" className="paper-chip paper-chip-button" title={url} onClick={() => { openLink(url); }}><span>{text}</span></button>;
}

function LinkChip({ link }: { link: PaperLink }) {
  const Icon = ICONS[link.kind];
  const host = /^https?:\/\/(?:www\.)?([^/]+)/i.exec(link.url)?.[1] ?? '';
  return (
    <button type="button" className="paper-chip paper-chip-button" title={link.url} onClick={() => { openLink(link.url); }}>
      <Icon size={12} aria-hidden="true" /><span>{t(`abstract.link.${link.kind}`)}{link.kind === 'code' || link.kind === 'data' ? '' : ` · ${host}`}</span>
    </button>
  );
}

function KeyChip({ citationKey }: { citationKey: string }) {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => { setCopied(false); }, 1500);
    return () => { clearTimeout(timer); };
  }, [copied]);
  const Icon = copied ? Check : Copy;
  return (
    <button type="button" className="paper-chip paper-chip-button paper-chip-key" title={t('abstract.copyKey')} aria-label={`${t('abstract.copyKey')} ${citationKey}`} onClick={() => void copyKey(citationKey).then(setCopied)}>
      <span>{citationKey}</span><Icon size={12} aria-hidden="true" />
    </button>
  );
}
