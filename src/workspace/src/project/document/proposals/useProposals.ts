import { useRef, useState } from 'react';
import type { Proposal } from '../../../http/contract';
import { asProblem } from '../../../http/problem';
import { ask } from '../../../http/server';
import { useAnswer } from '../../../http/useAnswer';
import type { Notice } from '../../../live/news';
import { useAskingBeforeLeaving } from '../../useAskingBeforeLeaving';
import type { ChangeDesk } from '../useChanges';

/** A proposal in the words of the person who takes it. */
export interface Writing {
  proposal: Proposal;
  text: string;
  /** True where somebody has decided on it meanwhile, so that only the text is left. */
  orphaned: boolean;
}

export interface ProposalDesk {
  /** Those that wait, and the one that is being written on, whatever has become of it. */
  open: Proposal[];
  writing: Writing | null;
  /** The one whose decision is on its way to the server. */
  deciding: string | null;
  problemWith: (id: string) => string | null;
  /** Gives whether it is done. `markdown`: what is put in place of the draft's words. */
  accept: (proposal: Proposal, markdown?: string) => Promise<boolean>;
  reject: (proposal: Proposal) => Promise<boolean>;
  /** Begins to write on it; another one that was begun must be finished first. */
  write: (proposal: Proposal) => void;
  type: (text: string) => void;
  /** Puts the text away; whoever writes on the same proposal again finds it. */
  leave: () => void;
}

/** What drafts propose for this document, decided one by one. */
export function useProposals(
  projectId: string,
  stale: number,
  changes: ChangeDesk,
  say: (notice: Omit<Notice, 'key'>) => void,
): ProposalDesk {
  const path = `/api/projects/${projectId}/document/proposals`;
  const { value, reload } = useAnswer<Proposal[]>(path, stale);
  const [begun, setBegun] = useState<{ proposal: Proposal; text: string } | null>(null);
  const [deciding, setDeciding] = useState<string | null>(null);
  const [problem, setProblem] = useState<{ id: string; sentence: string } | null>(null);
  const left = useRef(new Map<string, string>());
  const waiting = value ?? [];
  const orphaned = begun !== null && !waiting.some(({ id }) => id === begun.proposal.id);
  useAskingBeforeLeaving(begun !== null && begun.text !== begun.proposal.proposed);

  const decide = async ({ id }: Proposal, act: () => Promise<unknown>) => {
    if (deciding !== null) return false;
    setDeciding(id);
    setProblem(null);
    try {
      await act();
      if (begun?.proposal.id === id) setBegun(null);
      return true;
    } catch (thrown) {
      setProblem({ id, sentence: asProblem(thrown).message });
      return false;
    } finally {
      await reload();
      setDeciding(null);
    }
  };

  const accept: ProposalDesk['accept'] = (proposal, markdown) =>
    decide(proposal, async () => {
      const body = markdown === undefined ? {} : { markdown };
      const to = `${path}/${proposal.id}/accept`;
      // Only over what is shown: what somebody else has written since must be read first.
      const seen = changes.shown === null ? {} : { ifMatch: changes.shown };
      const { version } = await ask<{ version: number }>(to, { method: 'POST', body, ...seen });
      await changes.made(version, 'The proposal is accepted.');
    });

  const reject: ProposalDesk['reject'] = (proposal) =>
    decide(proposal, async () => {
      await ask(`${path}/${proposal.id}/reject`, { method: 'POST' });
      say({ tone: 'quiet', text: 'The proposal is rejected. What stands is as it was.' });
    });

  const write: ProposalDesk['write'] = (proposal) => {
    if (begun !== null && begun.text !== begun.proposal.proposed)
      say({ tone: 'quiet', text: 'Accept or cancel the proposal you are writing on first.' });
    else setBegun({ proposal, text: left.current.get(proposal.id) ?? proposal.proposed ?? '' });
  };

  return {
    open: orphaned ? [...waiting, begun.proposal] : waiting,
    writing: begun === null ? null : { ...begun, orphaned },
    deciding,
    problemWith: (id) => (problem?.id === id ? problem.sentence : null),
    accept,
    reject,
    write,
    type: (text) => setBegun((now) => (now === null ? null : { ...now, text })),
    leave: () => {
      if (begun !== null) left.current.set(begun.proposal.id, begun.text);
      setBegun(null);
    },
  };
}
