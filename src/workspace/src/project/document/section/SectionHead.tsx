import { useState } from 'react';
import type { Document, Section } from '../../../http/contract';
import { sectionAnchor } from '../../views';
import type { Desk } from '../desk';
import { focusWhenThere } from '../focusWhenThere';
import { AskRemoval } from './AskRemoval';
import { LockMark } from './LockMark';
import { RefineBox } from './RefineBox';
import { RefineState } from './RefineState';
import { RenameBox } from './RenameBox';
import './SectionHead.css';
import { SectionTools } from './SectionTools';
import { StateChooser } from './StateChooser';
import { stateLabel } from './words';

interface Props {
  section: Section;
  document: Document;
  desk: Desk;
}

export type Open = 'tools' | 'rename' | 'remove' | 'refine' | null;

/** A section's heading with how far it is, and what can be done to it as a whole. */
export function SectionHead({ section, document, desk }: Props) {
  const [open, setOpen] = useState<Open>(null);
  const { id, heading, state, locked } = section;
  const close = () => {
    setOpen(null);
    focusTools(id);
  };
  const box = { section, document, desk, close };
  return (
    <header className="section-head">
      {open === 'rename' ? (
        <RenameBox {...box} />
      ) : (
        <h2 id={sectionAnchor(id)} tabIndex={-1}>
          {heading}
        </h2>
      )}
      <div className="section-line">
        {desk.canWrite ? (
          <StateChooser section={section} mark={desk.mark} />
        ) : (
          <span className="state" data-state={state}>
            {stateLabel(state)}
          </span>
        )}
        {locked && <LockMark />}
        {desk.canWrite && (
          <button
            type="button"
            id={toolsId(id)}
            className="plain"
            aria-expanded={open !== null}
            onClick={() => setOpen(open === null ? 'tools' : null)}
          >
            Section tools<span className="unseen"> for {heading}</span>
          </button>
        )}
      </div>
      {open === 'tools' && <SectionTools {...box} open={setOpen} />}
      {open === 'remove' && <AskRemoval {...box} />}
      {open === 'refine' && <RefineBox {...box} />}
      <RefineState
        sectionId={id}
        refining={desk.refining}
        again={() => setOpen('refine')}
        canWrite={desk.canWrite}
      />
    </header>
  );
}

const toolsId = (sectionId: string) => `tools-${sectionId}`;

/** Where the focus goes back to. The page must have changed first. */
export function focusTools(sectionId: string) {
  focusWhenThere(toolsId(sectionId));
}
