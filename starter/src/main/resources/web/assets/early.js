// Runs before the first paint, so that neither colors nor language change afterwards.
(() => {
  const read = (name) => {
    try {
      return localStorage.getItem(name);
    } catch {
      return null;
    }
  };
  const theme = read("pith.theme");
  if (theme === "light" || theme === "dark") {
    document.documentElement.dataset.theme = theme;
  }
  if (read("pith.session") !== null) {
    document.documentElement.dataset.session = "";
  }
  const chosen = read("pith.language") ?? navigator.languages?.[0] ?? navigator.language ?? "en";
  document.documentElement.lang = chosen.toLowerCase().startsWith("zh") ? "zh-CN" : "en";
})();
