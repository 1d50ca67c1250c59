// Requests to the server, and what went wrong with them.

import { connection } from "./connection.js";

/** A failed request. Status 0: the server did not answer. */
export class Problem extends Error {
  constructor(status, title, detail) {
    super(detail || title);
    this.status = status;
    this.title = title;
    this.detail = detail;
  }

  /** Whether a later attempt can succeed without any change. */
  get passes() {
    return this.status === 0 || this.status === 502 || this.status === 503 || this.status === 504;
  }
}

export const get = (path, parameters, signal) => request("GET", withQuery(path, parameters), undefined, signal);
export const post = (path, body, signal) => request("POST", path, body, signal);
export const remove = (path, signal) => request("DELETE", path, undefined, signal);

/** Joins path segments, each encoded. */
export function path(...segments) {
  return "/" + segments.map(encodeURIComponent).join("/");
}

/** Appends parameters; those that are empty or absent are left out. */
export function withQuery(address, parameters) {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters ?? {})) {
    if (value !== null && value !== undefined && value !== "" && value !== false) {
      query.set(name, String(value));
    }
  }
  const text = query.toString();
  return text === "" ? address : `${address}?${text}`;
}

async function request(method, address, body, signal) {
  const options = { method, signal, headers: { Accept: "application/json" }, credentials: "same-origin" };
  if (body !== undefined) {
    options.headers["Content-Type"] = "application/json";
    options.body = JSON.stringify(body);
  }
  let response;
  try {
    response = await fetch(address, options);
  } catch (failure) {
    if (failure.name === "AbortError") {
      throw failure;
    }
    connection.lost("server");
    throw new Problem(0, "", "");
  }
  connection.found("server");
  if (response.ok) {
    return response.status === 204 ? null : response.json();
  }
  throw await problem(response);
}

async function problem(response) {
  let told = {};
  if ((response.headers.get("Content-Type") ?? "").includes("json")) {
    told = await response.json().catch(() => ({}));
  }
  if (response.status === 401 && !response.url.endsWith("/session")) {
    document.dispatchEvent(new CustomEvent("pith:signed-out"));
  }
  return new Problem(response.status, told.title ?? response.statusText, told.detail ?? "");
}
