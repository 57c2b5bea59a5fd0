import type { ErrorRequestHandler, Response } from 'express';

/** An express error handler; an answer that has begun cannot be taken back, and express then ends the connection. */
export function onError(answer: (error: unknown, response: Response) => void): ErrorRequestHandler {
  // eslint-disable-next-line max-params -- express knows an error handler by its four parameters
  return (error: unknown, _request, response, next) => {
    if (response.headersSent) {
      next(error);
    } else {
      answer(error, response);
    }
  };
}
