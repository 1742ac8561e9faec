# SPDX-License-Identifier: Apache-2.0
"""The Markdown files of a tree, but for those of folders that are made, or wrong on purpose."""

NOT_OURS = {"build", "broken", "node_modules"}


def documents(tree):
    for document in sorted(tree.rglob("*.md")):
        folders = document.relative_to(tree).parts[:-1]
        if not any(folder in NOT_OURS or folder.startswith(".") for folder in folders):
            yield document
