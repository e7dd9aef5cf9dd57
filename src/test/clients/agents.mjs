// The official agents client, unmodified: node agents.mjs PORT KEY. Prints one line of JSON for each step.
import { RealtimeAgent, RealtimeSession, tool } from '@openai/agents-realtime';
import { z } from 'zod';

const [port, apiKey] = process.argv.slice(2);
const told = (step, rest) => console.log(JSON.stringify({ step, ...rest }));

const lookUp = tool({
  name: 'look_up', description: 'Looks up.', parameters: z.object({ text: z.string() }),
  execute: async ({ text }) => `found ${text}`,
});
const session = new RealtimeSession(new RealtimeAgent({ name: 'interviewer', instructions: 'Be kind.', tools: [lookUp] }), {
  transport: 'websocket', model: 'any',
  config: { outputModalities: ['text'], audio: { input: { turnDetection: null } } },
});

const events = [];
const waiting = [];
session.transport.on('*', (event) => {
  events.push(event.type);
  for (const wait of waiting.filter((it) => it.matches(event))) {
    waiting.splice(waiting.indexOf(wait), 1);
    wait.resolve(event);
  }
});
const next = (matches) => new Promise((resolve) => waiting.push({ matches, resolve }));
const said = (text) => next((event) => event.type === 'response.done' && event.response.output?.[0]?.content?.[0]?.text === text);
session.on('error', (error) => { told('error', { error: JSON.stringify(error) }); process.exit(1); });

const updated = next((event) => event.type === 'session.updated');
await session.connect({ apiKey, url: `ws://127.0.0.1:${port}/v1/realtime?model=any` });
told('connect', {});
told('session.update', { instructions: (await updated).session.instructions });

const first = said('good morning');
const end = new Promise((resolve) => session.once('agent_end', (_context, _agent, text) => resolve(text)));
session.sendMessage('good morning');
await first;
told('text', { text: await end });

const answered = said('The tool says: found hello');
session.sendMessage('call');
await answered;
told('tool', { history: session.history.filter((item) => item.type === 'function_call').length });

told('history', {
  messages: session.history.filter((item) => item.type === 'message').map((item) => `${item.role}: ${item.content.map((part) => part.text).join('')}`),
});

const aside = next((event) => event.type === 'response.done' && event.response.metadata?.purpose === 'aside');
session.transport.sendEvent({
  type: 'response.create',
  response: { conversation: 'none', metadata: { purpose: 'aside' }, input: [{ type: 'message', role: 'user', content: [{ type: 'input_text', text: 'only this' }] }] },
});
told('out of band', { text: (await aside).response.output[0].content[0].text });
session.close();
