import { expect, test } from 'vitest';
import type { Document, Proposal } from '../../../http/contract';
import { placeOf, proposalsAt } from './place';

const document: Document = {
  version: 3,
  summary: null,
  openProposals: 1,
  sections: [
    {
      id: 's',
      heading: 'Where it began',
      state: 'drafting',
      locked: true,
      blocks: [
        {
          id: 'b',
          revisionId: 'r',
          kind: 'paragraph',
          markdown: 'Snow.',
          html: '<p>Snow.</p>',
          origin: 'human',
          grounding: 'sourced',
          sources: [],
          jobId: null,
          stale: false,
          doubts: [],
        },
      ],
    },
  ],
};
const proposal = (sectionId: string | null, blockId: string | null): Proposal => ({
  id: `${sectionId} ${blockId}`,
  jobId: 'j',
  createdAt: '2026-11-21T10:00:00Z',
  type: 'replace',
  sectionId,
  sectionHeading: 'Where it began',
  blockId,
  before: 'Snow.',
  proposed: 'Snow fell.',
  proposedHtml: '<p>Snow fell.</p>',
  reason: 'locked',
  parts: [],
  sources: 1,
});

test('a proposal stands beside its paragraph, in whatever section that is now', () => {
  expect(placeOf(proposal('before', 'b'), document)).toEqual({ sectionId: 's', blockId: 'b' });
});

test('a proposal whose paragraph is gone stands at the end of its section', () => {
  expect(placeOf(proposal('s', 'gone'), document)).toEqual({ sectionId: 's', blockId: null });
  expect(placeOf(proposal('s', null), document)).toEqual({ sectionId: 's', blockId: null });
});

test('a proposal whose section is gone stands behind them all', () => {
  expect(placeOf(proposal('gone', 'gone'), document)).toEqual({ sectionId: null, blockId: null });
});

test('every proposal stands in exactly one place', () => {
  const all = [proposal('s', 'b'), proposal('s', null), proposal(null, null)];
  const at = (sectionId: string | null, blockId: string | null) =>
    proposalsAt(all, document, { sectionId, blockId });

  expect([...at('s', 'b'), ...at('s', null), ...at(null, null)]).toEqual(all);
});
