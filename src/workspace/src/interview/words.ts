import type { Mode, Standing } from '../http/contract';

/** The stretches of a conversation in their order, as people call them. */
export const MODES: { mode: Mode; label: string }[] = [
  { mode: 'selecting', label: 'Choosing a book' },
  { mode: 'intake', label: 'Planning' },
  { mode: 'ghostwriting', label: 'Telling' },
];

export const modeLabel = (mode: Mode) => MODES.find((one) => one.mode === mode)!.label;

export const STANDINGS: Record<Standing, string> = {
  connecting: 'connecting',
  listening: 'listening',
  paused: 'paused',
  stopped: 'ended',
  broken: 'not connected',
};

export const isAlive = ({ standing }: { standing: Standing }) => standing !== 'stopped';

export const sessionHref = (sessionId: string) => `/sessions/${sessionId}`;
