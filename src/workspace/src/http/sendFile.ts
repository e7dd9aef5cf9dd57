import { asProblem, Problem, unreachable } from './problem';
import { refused, writeToken } from './server';

/**
 * Sends a file byte for byte and tells how much of it has gone, from 0 to 1.
 * It is an XMLHttpRequest because fetch cannot tell the progress of a request's body.
 */
export function sendFile<T>(path: string, file: File, sent: (part: number) => void): Promise<T> {
  const request = new XMLHttpRequest();
  return new Promise<T>((done, failed) => {
    request.upload.onprogress = ({ loaded, total }) => sent(total === 0 ? 1 : loaded / total);
    request.onerror = () => failed(unreachable());
    request.onload = () => {
      const good = request.status >= 200 && request.status < 300;
      if (good) done(JSON.parse(request.responseText) as T);
      else failed(refused(request.status, request.responseText));
    };
    request.open('POST', path);
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    request.setRequestHeader('Accept', 'application/json');
    request.setRequestHeader('X-XSRF-TOKEN', writeToken());
    request.send(file);
  }).catch((thrown: unknown): never => {
    throw thrown instanceof Problem ? thrown : asProblem(thrown);
  });
}
