import type { KeyboardEvent } from 'react';
import './Tabs.css';

interface Props<Id extends string> {
  label: string;
  tabs: { id: Id; label: string; tally?: number }[];
  chosen: Id;
  choose: (id: Id) => void;
}

export const panelId = (id: string) => `panel-${id}`;
export const tabId = (id: string) => `tab-${id}`;

/** Where there is no room for all panels at once. The arrow keys go from one to the next. */
export function Tabs<Id extends string>({ label, tabs, chosen, choose }: Props<Id>) {
  const onKeyDown = ({ key }: KeyboardEvent) => {
    const step = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0;
    if (step === 0) return;
    const at = tabs.findIndex(({ id }) => id === chosen);
    const next = tabs[(at + step + tabs.length) % tabs.length]!.id;
    choose(next);
    document.getElementById(tabId(next))?.focus();
  };
  return (
    <div className="tabs" role="tablist" aria-label={label} onKeyDown={onKeyDown}>
      {tabs.map(({ id, label, tally = 0 }) => (
        <button
          key={id}
          id={tabId(id)}
          type="button"
          role="tab"
          aria-selected={id === chosen}
          aria-controls={panelId(id)}
          tabIndex={id === chosen ? 0 : -1}
          onClick={() => choose(id)}
        >
          {label}
          {tally > 0 && (
            <span className="tally" aria-hidden="true">
              {tally}
            </span>
          )}
        </button>
      ))}
    </div>
  );
}
