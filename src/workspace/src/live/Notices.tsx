import { useEffect } from 'react';
import { once } from '../app/once';
import type { Notice } from './news';
import './Notices.css';

const QUIET_MS = 12_000;

interface Props {
  notices: Notice[];
  /** Those that make sense here. */
  actions: Partial<
    Record<NonNullable<Notice['action']>, { label: string; run: (notice: Notice) => void }>
  >;
  dismiss: (key: number) => void;
}

/** What has just happened, in a corner: quiet ones leave by themselves, failures stay until answered. */
export function Notices({ notices, actions, dismiss }: Props) {
  const spoken = (tone: Notice['tone']) =>
    notices
      .filter((notice) => notice.tone === tone)
      .map((notice) => (
        <NoticeCard key={notice.key} notice={notice} actions={actions} dismiss={dismiss} />
      ));
  return (
    <div className="notices">
      <div aria-live="polite">{spoken('quiet')}</div>
      <div role="alert">{spoken('failed')}</div>
    </div>
  );
}

function NoticeCard({ notice, actions, dismiss }: { notice: Notice } & Omit<Props, 'notices'>) {
  const { key, tone, text } = notice;
  const action = notice.action === undefined ? undefined : actions[notice.action];
  useEffect(() => {
    if (tone !== 'quiet') return;
    const clock = setTimeout(() => dismiss(key), QUIET_MS);
    return () => clearTimeout(clock);
  }, [dismiss, key, tone]);
  return (
    <div className="notice" data-tone={tone}>
      <p>{text}</p>
      {action !== undefined && (
        <button
          type="button"
          onClick={once(() => {
            dismiss(key);
            action.run(notice);
          })}
        >
          {action.label}
        </button>
      )}
      <button type="button" className="plain" onClick={() => dismiss(key)}>
        Close
      </button>
    </div>
  );
}
