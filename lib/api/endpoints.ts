import type { z } from "zod";
import { cardsAnswer, forecastAnswer, meAnswer, noQuery, progressAnswer, queueAnswer, reviewsAnswer, reviewsQuery } from "./schema.ts";

interface Endpoint {
  readonly summary: string;
  readonly query: z.ZodObject;
  readonly answer: z.ZodObject;
}

/** All that the read-only API answers, by the last part of its address. The routes and the OpenAPI document are made of it. */
export const ENDPOINTS = {
  me: { summary: "The account and its study day.", query: noQuery, answer: meAnswer },
  queue: { summary: "What is asked today.", query: noQuery, answer: queueAnswer },
  cards: { summary: "Every card of the library with its state.", query: noQuery, answer: cardsAnswer },
  reviews: { summary: "The review log of some study days, in its order. Append-only: what was taken back is followed by an event that says so.", query: reviewsQuery, answer: reviewsAnswer },
  forecast: { summary: "Cards due on the next 30 study days, as they are scheduled now.", query: noQuery, answer: forecastAnswer },
  progress: { summary: "Days studied, true retention, and how far each topic is known.", query: noQuery, answer: progressAnswer },
} as const satisfies Record<string, Endpoint>;

export type EndpointName = keyof typeof ENDPOINTS;

export const isEndpoint = (name: string): name is EndpointName => Object.hasOwn(ENDPOINTS, name);

export type QueryOf<Name extends EndpointName> = z.output<(typeof ENDPOINTS)[Name]["query"]>;
export type AnswerOf<Name extends EndpointName> = z.input<(typeof ENDPOINTS)[Name]["answer"]>;
