"""Packages (文件包): the zips and compound files that office documents are, opened with limits."""
