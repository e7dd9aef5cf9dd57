// The official client, unmodified: node openai.mjs PORT KEY. Prints one line of JSON for each step.
import net from 'node:net';
import OpenAI from 'openai';
import { OpenAIRealtimeWS } from 'openai/realtime/ws';

const [port, apiKey] = process.argv.slice(2);
const client = new OpenAI({ apiKey, baseURL: `http://127.0.0.1:${port}/v1` });
// The client always asks for TLS; a connection of our own takes it to a plain socket.
const options = { createConnection: () => net.connect(Number(port), '127.0.0.1') };

const told = (step, rest) => console.log(JSON.stringify({ step, ...rest }));
const next = (socket, type) => new Promise((resolve) => socket.once(type, resolve));
const user = (text) => ({ type: 'conversation.item.create', item: { type: 'message', role: 'user', content: [{ type: 'input_text', text }] } });

const secret = await client.realtime.clientSecrets.create({
  expires_after: { anchor: 'created_at', seconds: 60 },
  session: { type: 'realtime', model: 'any', instructions: 'From the secret.' },
});
told('secret', { prefix: secret.value.slice(0, 3), instructions: secret.session.instructions });

const socket = new OpenAIRealtimeWS({ model: 'any', options }, client);
socket.on('error', (error) => { told('error', { message: error.message }); process.exit(1); });
const created = await next(socket, 'session.created');
told('connect', { model: created.session.model });

socket.send({
  type: 'session.update',
  session: {
    type: 'realtime', output_modalities: ['text'], instructions: 'Be kind.',
    tools: [{ type: 'function', name: 'look_up', description: 'Looks up.', parameters: { type: 'object', properties: { text: { type: 'string' } } } }],
  },
});
told('session.update', { instructions: (await next(socket, 'session.updated')).session.instructions });

let deltas = '';
socket.on('response.output_text.delta', (event) => { deltas += event.delta; });
socket.send(user('good morning to you'));
socket.send({ type: 'response.create' });
const first = (await next(socket, 'response.done')).response;
told('text', { deltas, text: first.output[0].content[0].text, status: first.status, tokens: first.usage.total_tokens });

socket.send(user('call'));
socket.send({ type: 'response.create' });
const call = (await next(socket, 'response.done')).response.output[0];
socket.send({ type: 'conversation.item.create', item: { type: 'function_call_output', call_id: call.call_id, output: JSON.parse(call.arguments).text } });
socket.send({ type: 'response.create' });
const answer = (await next(socket, 'response.done')).response;
told('tool', { name: call.name, text: answer.output[0].content[0].text });

socket.send({
  type: 'response.create',
  response: { conversation: 'none', metadata: { purpose: 'aside' }, input: [{ type: 'message', role: 'user', content: [{ type: 'input_text', text: 'only this' }] }] },
});
const aside = (await next(socket, 'response.done')).response;
told('out of band', { text: aside.output[0].content[0].text, metadata: aside.metadata, conversation: aside.conversation_id });

const guest = new OpenAIRealtimeWS({ model: 'any', options }, new OpenAI({ apiKey: secret.value, baseURL: client.baseURL }));
told('guest', { instructions: (await next(guest, 'session.created')).session.instructions });
guest.close();
socket.close();
