//! What is wrong with `site.yaml` or `collection.yaml`.

messages! {}
