// JSON merge patch (RFC 7396).

/** Returns the target with the patch applied; neither is changed. */
export function mergePatch(target, patch) {
  if (!isObject(patch)) {
    return patch;
  }
  const result = isObject(target) ? { ...target } : {};
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) {
      delete result[name];
    } else {
      Object.defineProperty(result, name, {
        value: mergePatch(result[name], value),
        enumerable: true,
        configurable: true,
        writable: true,
      });
    }
  }
  return result;
}

function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
