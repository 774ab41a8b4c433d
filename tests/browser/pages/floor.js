// The least that any script can do: fetch the same thread, show the words of its first comment. What tests/bench/first_comment.mjs
// holds the widget against.
fetch("/api/v1/thread?site=demo&page=%2Fdemo%2Fpages%2Fplain.html&lang=en&html=1")
  .then((answer) => answer.json())
  .then(({ comments }) => {
    const place = document.createElement("div");
    const article = document.createElement("article");
    article.textContent = comments[0].body;
    place.attachShadow({ mode: "open" }).append(article);
    document.querySelector("main").append(place);
  });
