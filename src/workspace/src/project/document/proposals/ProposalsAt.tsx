import type { Document } from '../../../http/contract';
import type { Desk } from '../desk';
import { proposalsAt, type Place } from './place';
import { ProposalCard } from './ProposalCard';

interface Props {
  place: Place;
  document: Document;
  desk: Desk;
}

export function ProposalsAt({ place, document, desk }: Props) {
  return proposalsAt(desk.proposals.open, document, place).map((proposal) => (
    <ProposalCard key={proposal.id} proposal={proposal} desk={desk} />
  ));
}
