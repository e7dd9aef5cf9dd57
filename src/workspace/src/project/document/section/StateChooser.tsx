import type { Section, SectionState } from '../../../http/contract';
import type { MarkSection } from './useSectionMarks';
import { STATES } from './words';

export function StateChooser({ section, mark }: { section: Section; mark: MarkSection }) {
  const { id, heading, state } = section;
  return (
    <select
      className="state"
      data-state={state}
      aria-label={`State of ${heading}`}
      value={state}
      onChange={({ target }) => void mark(id, { state: target.value as SectionState })}
    >
      {STATES.map((one) => (
        <option key={one.id} value={one.id}>
          {one.label}
        </option>
      ))}
    </select>
  );
}
