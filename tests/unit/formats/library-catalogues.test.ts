import { describe, expect, it } from 'vitest';
import { marcXml } from '../../../src/formats/marc/marc.ts';
import { mods } from '../../../src/formats/mods/mods.ts';

const field = (tag: string, parts: string): string => `<datafield tag="${tag}" ind1="0" ind2="1">${parts.replace(/\$(\w) ([^$]*)/g, '<subfield code="$1">$2</subfield>')}</datafield>`;
const record = (...fields: string[]): string => `<record><leader>01672nma a2200349 c 4500</leader>${fields.join('')}</record>`;

describe('records of libraries', () => {
  it('of a part of a serial are articles, with its journal, volume and DOI', () => {
    const text = record(field('245', '$a Livres de secrets'), field('024', '$a 10.4000/insitu.38769$2 doi'), field('773', '$t In situ$g 50 (2023)$x 1630-7305'));
    expect(marcXml.read?.(text).drafts[0]?.item).toMatchObject({ type: 'article-journal', title: 'Livres de secrets', 'container-title': 'In situ', volume: '50', ISSN: '1630-7305', DOI: '10.4000/insitu.38769' });
    expect(marcXml.read?.(record(field('245', '$a A part'), field('773', '$t A book$z 9783110000000'))).drafts[0]?.item).toMatchObject({ type: 'chapter', 'container-title': 'A book' });
  });

  it('in MODS lose nothing that no field holds', () => {
    const text = '<mods xmlns="http://www.loc.gov/mods/v3"><titleInfo><title>Peak</title></titleInfo><titleInfo type="alternative"><title>Summit</title></titleInfo><name><namePart type="family">Doe</namePart><affiliation>A university</affiliation></name><subject><topic>Hills</topic><hierarchicalGeographic><city>Bloomington</city></hierarchicalGeographic></subject><identifier type="citekey">peak</identifier><identifier type="local">P07803</identifier></mods>';
    const draft = mods.read?.(text).drafts[0];
    expect(draft).toMatchObject({ citationKey: 'peak', item: { title: 'Peak' }, tags: ['Hills'] });
    expect(Object.entries(draft?.verbatim?.fields ?? {}).filter(([name]) => name.startsWith('mods:')).sort()).toEqual([['mods:identifier', 'P07803'], ['mods:name/affiliation', 'A university'], ['mods:subject/hierarchicalGeographic/city', 'Bloomington'], ['mods:titleInfo/title', 'Summit']]);
  });
});
